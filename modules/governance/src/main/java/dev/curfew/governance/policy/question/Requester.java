package dev.curfew.governance.policy.question;

/// Who asks.
public record Requester(Kind kind, String name) {
    /// Whether a person or a program asks.
    public enum Kind {
        OFFICER("Officer"),
        WORKLOAD("Workload");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /// The entity's type, as policies name it.
        public String type() {
            return type;
        }
    }

    public static Requester officer(String name) {
        return new Requester(Kind.OFFICER, name);
    }
}
