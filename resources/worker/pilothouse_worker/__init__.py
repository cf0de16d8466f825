# SPDX-License-Identifier: GPL-3.0-or-later
"""The program that runs streaming jobs of pipelines; README.md beside this folder says what it promises."""
