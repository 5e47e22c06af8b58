package dev.curfew.analysis.expiry;

/// How soon something ends. Bounds are counted from the given now, upper bound included.
public enum Band {
    EXPIRED,
    WITHIN_24_HOURS,
    WITHIN_7_DAYS,
    WITHIN_30_DAYS,
    LATER,
    NEVER,
    UNKNOWN
}
