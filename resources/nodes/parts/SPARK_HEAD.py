# SPDX-License-Identifier: GPL-3.0-or-later
SPARK_HEAD = """\
import sys

from pyspark.sql import SparkSession

args = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
"""
