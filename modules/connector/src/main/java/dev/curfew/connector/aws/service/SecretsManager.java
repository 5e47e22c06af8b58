package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Secrets by what is told of them: never a value, which no call here asks for.
final class SecretsManager implements Service.Guarded {
    @Override
    public String scope() {
        return "secrets";
    }

    @Override
    public String kind() {
        return "secretsmanager";
    }

    @Override
    public String guardScope() {
        return "secret-policies";
    }

    @Override
    public List<Thing> list(Asking asking) throws Unanswered, InterruptedException {
        AwsJsonCall first = new AwsJsonCall(AwsService.SECRETS_MANAGER, "ListSecrets", Map.of("MaxResults", 100));
        List<Thing> things = new ArrayList<>();
        for (Node each : asking.all(Asking.pages(first, "SecretList", "NextToken"))) {
            Reading secret = Reading.of(each);
            things.add(Thing.of(secret.text("ARN"))
                    .called(secret.text("Name"))
                    .with("rotation", String.valueOf(secret.flag("RotationEnabled")))
                    .with("rotated", Seconds.of(secret, "LastRotatedDate"))
                    .with("changed", Seconds.of(secret, "LastChangedDate"))
                    .with("key", secret.optionalText("KmsKeyId").orElse("")));
        }
        return things;
    }

    @Override
    public Look look(Asking asking, Thing thing) throws Unanswered, InterruptedException {
        Reading answer = asking.one(
                new AwsJsonCall(AwsService.SECRETS_MANAGER, "GetResourcePolicy", Map.of("SecretId", thing.arn())));
        return Look.of(thing, answer.optionalText("ResourcePolicy").orElse(""));
    }
}
