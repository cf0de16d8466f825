# SPDX-License-Identifier: GPL-3.0-or-later
# needs csv
# needs json
def read_file(path, file_format, delimiter=",", header=True, encoding="utf-8", names=()):
    """Line and record of each line of a file; a line that is no record has None."""
    if file_format == "parquet":
        from pyarrow import parquet

        number = 0
        for batch in parquet.ParquetFile(path).iter_batches():
            for record in batch.to_pylist():
                number += 1
                yield number, record
        return
    with open(path, encoding=encoding, newline="") as file:
        if file_format == "jsonl":
            for number, line in enumerate(file, 1):
                try:
                    record = json.loads(line)
                except ValueError:
                    record = None
                yield number, record if isinstance(record, dict) else None
            return
        reader = csv.reader(file, delimiter="\t" if delimiter == "\\t" else delimiter)
        fields = next(reader, []) if header else list(names)
        for values in reader:
            fits = len(values) == len(fields)
            record = {name: value or None for name, value in zip(fields, values)}
            yield reader.line_num, record if fits else None
