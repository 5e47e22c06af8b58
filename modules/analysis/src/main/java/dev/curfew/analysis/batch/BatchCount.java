package dev.curfew.analysis.batch;

/// How a batch went.
///
/// @param cases lines read and answered
/// @param errors how many of them were answered with an error
public record BatchCount(long cases, long errors) {
    static final BatchCount NONE = new BatchCount(0, 0);

    BatchCount plus(BatchCount other) {
        return new BatchCount(cases + other.cases, errors + other.errors);
    }
}
