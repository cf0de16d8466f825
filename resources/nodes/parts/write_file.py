# SPDX-License-Identifier: GPL-3.0-or-later
# needs csv
# needs gzip
# needs json
def write_file(path, rows, file_format, compression):
    """Rows as a file, compressed if asked; parquet has its own compression."""
    if file_format == "parquet":
        import pyarrow
        from pyarrow import parquet

        codec = "snappy" if compression == "none" else compression
        parquet.write_table(pyarrow.Table.from_pylist(list(rows)), path, compression=codec)
        return
    if compression == "zstd":
        import zstandard

        file = zstandard.open(path, "wt", encoding="utf-8", newline="")
    else:
        open_file = gzip.open if compression == "gzip" else open
        file = open_file(path, "wt", encoding="utf-8", newline="")
    with file:
        writer = None
        for row in rows:
            if file_format == "jsonl":
                file.write(json.dumps(row, default=str) + "\n")
                continue
            if writer is None:
                writer = csv.DictWriter(file, list(row))
                writer.writeheader()
            writer.writerow(row)
