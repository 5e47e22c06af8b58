package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;

/// Gives the role of where Curfew runs to whoever has its token.
///
/// @param name that its words begin with
record RoleService(Http http, String name) {
    private static final int BYTES_MAX = 64 * 1024;

    /// @throws SourceException if a header cannot hold the token
    Call opened(Call call, String header, Secret token) {
        try {
            return call.header(header, token);
        } catch (IllegalArgumentException _) {
            throw NoKey.because(name + ".token");
        }
    }

    /// @throws SourceException if there is none to be had
    AwsKey key(Call call) throws InterruptedException {
        try (Secret credentials = Secret.of(body(call))) {
            AwsKey key = AwsKeyText.parse(credentials).orElseThrow(this::unreadable);
            if (!key.isTemporary()) {
                key.close();
                throw unreadable();
            }
            return key;
        }
    }

    private SourceException unreadable() {
        return NoKey.because(name + ".unreadable");
    }

    /// @throws SourceException if it answers with anything but success
    String body(Call call) throws InterruptedException {
        return switch (http.send(call.responseBytesMax(BYTES_MAX))) {
            case HttpOutcome.Answered answer when answer.meaning() == HttpOutcome.Meaning.DONE -> answer.body();
            case HttpOutcome.Answered answer
            when answer.meaning() == HttpOutcome.Meaning.NOT_FOUND ->
                throw NoKey.because(name + ".absent", answer.status());
            case HttpOutcome.Answered answer -> throw NoKey.because(name + ".refused", answer.status());
            case HttpOutcome.Unanswered none -> throw NoKey.nowhere(name + ".nowhere", none.detail());
        };
    }
}
