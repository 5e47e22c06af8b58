package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.call.AwsPathCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Functions with the role that each runs as. Their variables, which hold secrets, are not kept.
final class Lambda implements Service.Guarded {
    private static final String FUNCTIONS = "2015-03-31/functions/";

    @Override
    public String scope() {
        return "lambda-functions";
    }

    @Override
    public String kind() {
        return "lambda";
    }

    @Override
    public String guardScope() {
        return "lambda-function-policies";
    }

    @Override
    public List<Thing> list(Asking asking) throws Unanswered, InterruptedException {
        AwsPathCall first = new AwsPathCall(AwsService.LAMBDA, FUNCTIONS, Map.of("MaxItems", "50"));
        List<Thing> things = new ArrayList<>();
        for (Node each : asking.all(new Asking.Pages(first, "Functions", "NextMarker", "Marker"))) {
            Reading function = Reading.of(each);
            things.add(Thing.of(function.text("FunctionArn"))
                    .called(function.text("FunctionName"))
                    .with("changed", function.optionalText("LastModified").orElse(""))
                    .runningAs(function.optionalText("Role").orElse("")));
        }
        return things;
    }

    @Override
    public Look look(Asking asking, Thing thing) throws Unanswered, InterruptedException {
        String path = FUNCTIONS + Form.segment(thing.name()) + "/policy";
        return Look.of(
                thing,
                asking.find(new AwsPathCall(AwsService.LAMBDA, path, Map.of()))
                        .flatMap(answer -> answer.optionalText("Policy"))
                        .orElse(""));
    }
}
