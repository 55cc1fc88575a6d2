"""The records of all reports as one archive: who is who, what belongs together, what stands beside it. Plain Python."""
