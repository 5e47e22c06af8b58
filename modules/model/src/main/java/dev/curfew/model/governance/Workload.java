package dev.curfew.model.governance;

import java.util.Optional;
import java.util.regex.Pattern;

/// A program that asks for access, as somebody whom an officer trusts for it says: an issuer of tokens, a certificate
/// authority.
///
/// @param trust by which name the officer entered who says so
/// @param subject what they call it: unique there, printable ASCII
public record Workload(String trust, String subject) {
    /// No officer's name has a colon.
    private static final String PREFIX = "workload:";

    /// As OpenID Connect Core has it, section 2: `sub`.
    public static final int SUBJECT_CHARACTERS_MAX = 255;

    private static final Pattern SUBJECT = Pattern.compile("[!-~](?:[ -~]{0,253}[!-~])?");

    public Workload {
        if (!Officer.isName(trust) || !isSubject(subject)) {
            throw new IllegalArgumentException("not a workload");
        }
    }

    /// Whether it can be told from others by whoever reads it: printable, no spaces around it, not too long.
    public static boolean isSubject(String text) {
        return SUBJECT.matcher(text).matches();
    }

    /// As the requester of an `ExceptionRequest`.
    public String text() {
        return PREFIX + name();
    }

    /// As policies name it: `ci/repo:acme/shop`.
    public String name() {
        return trust + "/" + subject;
    }

    /// Empty if the requester is an officer.
    public static Optional<Workload> of(String requester) {
        int slash = requester.indexOf('/');
        return requester.startsWith(PREFIX) && slash > 0
                ? Optional.of(new Workload(requester.substring(PREFIX.length(), slash), requester.substring(slash + 1)))
                : Optional.empty();
    }
}
