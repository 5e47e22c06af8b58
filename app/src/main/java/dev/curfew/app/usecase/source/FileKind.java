package dev.curfew.app.usecase.source;

/// Kinds of connection that are a file on this machine.
final class FileKind {
    static final String AWS = "aws-file";

    private FileKind() {}
}
