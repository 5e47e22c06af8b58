package dev.curfew.analysis.reach.aws;

import dev.curfew.model.estate.Credential;
import java.util.Set;

/// Of which credentials a user has no room for more than a few: a way to the user that makes one hangs on them.
public final class CredentialRoom {
    private static final Set<String> LIMITED = Set.of("aws.access-key", "aws.password");

    private CredentialRoom() {}

    public static boolean isTakenBy(Credential credential) {
        return LIMITED.contains(credential.kind());
    }
}
