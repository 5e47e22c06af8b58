package dev.curfew.model.attribute;

/// How much it matters who reaches a resource. `UNKNOWN` is not `LOW`.
public enum Sensitivity {
    UNKNOWN,
    LOW,
    ELEVATED,
    HIGH
}
