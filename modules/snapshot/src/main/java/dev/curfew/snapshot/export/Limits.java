package dev.curfew.snapshot.export;

/// What an export may have, so that a hostile one exhausts neither memory nor disk.
///
/// @param entriesMax files in the zip
/// @param bytesMax bytes in all, unpacked
/// @param lineCharactersMax of one line
record Limits(int entriesMax, long bytesMax, int lineCharactersMax) {

    /// An export has 17 files and the ledger's few. A million facts come to about 1.5 GB. A line is at most what the
    /// store keeps in a row.
    static final Limits STANDARD = new Limits(64, 4L << 30, 1_000_000);

    /// Larger than any manifest of that many files.
    static final int MANIFEST_BYTES_MAX = 64 * 1024;
}
