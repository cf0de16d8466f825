# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox driver: it discovers the server folders and knows no server itself."""
