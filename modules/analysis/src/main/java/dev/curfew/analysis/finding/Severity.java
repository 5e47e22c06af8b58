package dev.curfew.analysis.finding;

/// How soon a person should look at a finding.
public enum Severity {
    HIGH,
    MEDIUM,
    LOW,
    INFO
}
