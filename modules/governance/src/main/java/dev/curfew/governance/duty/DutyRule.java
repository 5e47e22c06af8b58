package dev.curfew.governance.duty;

/// One thing that is laid down.
///
/// @param name as in [DutyRules#toJson()]
/// @param value a number, or the text of what it is about
/// @param words for a person
public record DutyRule(String name, Object value, String words) {}
