package dev.curfew.analysis.finding;

/// The rules, by the code that lists, policies and standards use.
public enum Rule {
    ORPHAN("orphan"),
    STALE("stale"),
    LONG_LIVED("long-lived"),
    LEAKED("leaked"),
    REVIVED("revived"),
    RISK("risk"),
    CROSS_ENVIRONMENT("cross-environment"),
    REUSED("reused"),
    CERTIFICATE("certificate"),
    OVERPRIVILEGED("overprivileged"),
    AGENT_UNBOUND("agent-unbound"),
    BREAK_GLASS_UNTESTED("break-glass-untested"),
    STANDING_EXCEPTION("standing-exception"),
    REVIEW_OVERDUE("review-overdue"),
    BLIND_SPOT("blind-spot");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
