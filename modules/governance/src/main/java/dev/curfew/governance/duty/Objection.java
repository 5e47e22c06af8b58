package dev.curfew.governance.duty;

/// Why somebody's approval does not count.
///
/// @param officer whose it is
/// @param lasting whether nobody's further approval changes that
/// @param words one clause, for a person
public record Objection(String officer, boolean lasting, String words) {}
