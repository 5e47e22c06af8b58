package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.connector.tree.XmlInput;
import java.util.Optional;

/// The keys of sessions that STS answers with.
public final class StsKeys {
    private StsKeys() {}

    /// @param action that was asked for
    /// @return empty if the answer is another
    public static Optional<AwsKey> of(String xml, String action) {
        try {
            Reading result = Reading.of(XmlInput.read(xml, action + "Response").require(action + "Result"));
            return of(Reading.of(result.require("Credentials")));
        } catch (MalformedException _) {
            // its words could quote what was received
            return Optional.empty();
        }
    }

    /// @return empty if these are none
    public static Optional<AwsKey> of(Reading credentials) throws MalformedException {
        return AwsKeyText.of(
                credentials.text("AccessKeyId"), credentials.text("SecretAccessKey"), credentials.text("SessionToken"));
    }
}
