package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsPathCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.details.Arns;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Buckets, with their policy and whether S3 restricts a public one. What blocks public access to the whole account is
/// not asked: a bucket may be closed further than is seen here, never less.
final class S3 implements Service.Guarded {
    private static final String REGION = "region";

    @Override
    public String scope() {
        return "s3-buckets";
    }

    @Override
    public String kind() {
        return "s3";
    }

    @Override
    public String guardScope() {
        return "s3-bucket-policies";
    }

    /// A bucket's ARN says neither whose it is nor where.
    @Override
    public List<Thing> list(Asking asking) throws Unanswered, InterruptedException {
        Reading caller = asking.one(AwsCall.callerIdentity(true));
        String account = caller.text("Account");
        String prefix = "arn:" + Arns.partition(caller) + ":s3:::";
        AwsPathCall first = new AwsPathCall(AwsService.S3, "", Map.of("max-buckets", "1000"));
        List<Thing> things = new ArrayList<>();
        for (Node each : asking.all(new Asking.Pages(first, "Buckets", "ContinuationToken", "continuation-token"))) {
            Reading bucket = Reading.of(each);
            things.add(Thing.of(prefix + bucket.text("Name"))
                    .with("curfew:account", account)
                    .with(REGION, bucket.optionalText("BucketRegion").orElse("")));
        }
        return things;
    }

    @Override
    public Look look(Asking asking, Thing thing) throws Unanswered, InterruptedException {
        String region = thing.tags().getOrDefault(REGION, "");
        Asking there = region.isEmpty() ? asking : asking.in(region);
        String policy = there.text(of(thing, "policy")).orElse("");
        Optional<Reading> block = there.find(of(thing, "publicAccessBlock"));
        boolean restricts = block.isPresent() && block.get().flag("RestrictPublicBuckets");
        return Look.of(thing.with("curfew:restrict-public-buckets", String.valueOf(restricts)), policy);
    }

    private static AwsPathCall of(Thing bucket, String what) {
        return new AwsPathCall(AwsService.S3, Form.segment(bucket.name()), Map.of(what, ""));
    }
}
