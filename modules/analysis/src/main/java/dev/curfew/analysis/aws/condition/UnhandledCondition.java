package dev.curfew.analysis.aws.condition;

/// Nobody can decide it, however much is known of the request.
///
/// @param what what an unknown answer says
public record UnhandledCondition(String what) implements Condition {

    @Override
    public Match matches(RequestContext context) {
        return Match.MAYBE;
    }
}
