package dev.curfew.model.timeline;

/// Whence something was done, as far as the source tells; what it does not tell is empty.
///
/// @param address that it came from
/// @param agent what the client calls itself, which nobody checks
/// @param with the credential, as the source knows it: an accessor, the id of a key, the pod of a token
public record Origin(String address, String agent, String with) {
    private static final int AGENT_LETTERS_MAX = 200;

    public Origin {
        agent = agent.length() <= AGENT_LETTERS_MAX ? agent : agent.substring(0, AGENT_LETTERS_MAX);
    }

    public static Origin of(String address) {
        return new Origin(address, "", "");
    }
}
