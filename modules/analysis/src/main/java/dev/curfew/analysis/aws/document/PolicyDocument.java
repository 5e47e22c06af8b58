package dev.curfew.analysis.aws.document;

import java.util.List;

/// A compiled policy document.
public record PolicyDocument(String name, List<Statement> statements) {

    public PolicyDocument {
        statements = List.copyOf(statements);
    }
}
