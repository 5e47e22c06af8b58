package dev.curfew.model.estate;

/// Where a fact was read. Holds nothing that changes from one reading of an unchanged source to the next
/// (no times, no remaining TTL, no list position): a second sync must add nothing.
///
/// @param scope the part of the source it belongs to, as named in its `Coverage`, for example `tokens`
/// @param origin the call or file element, for example `GET auth/token/accessors`
/// @param document the source document as JSON, reduced to the allow-list of its kind; never holds secret values
public record Provenance(String scope, String origin, String document) {
    /// Origins of things that others' ARNs and policies name, and that were not read themselves.
    public static final String NAMED_BY_ARN = "ARN";

    public static final String NAMED_BY_POLICY = "Resource";

    /// Whether no more is told than that it is there: what was read of it elsewhere holds all the same.
    public boolean isOnlyNamed() {
        return origin.equals(NAMED_BY_ARN) || origin.equals(NAMED_BY_POLICY);
    }
}
