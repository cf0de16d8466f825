# SPDX-License-Identifier: GPL-3.0-or-later
"""What both Kafka versions, Connect and the schema registry share."""
