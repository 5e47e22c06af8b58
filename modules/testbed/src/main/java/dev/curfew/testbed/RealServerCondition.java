package dev.curfew.testbed;

import dev.curfew.model.text.Messages;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Runs the suites that need a server, or leaves them out, and keeps the record of which.
final class RealServerCondition implements ExecutionCondition, BeforeAllCallback {
    private static final Messages MESSAGES = Messages.of(RealServerCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!"none".equals(System.getProperty("testbed"))) {
            return ConditionEvaluationResult.enabled("");
        }
        record(context).leftOut(context.getRequiredTestClass());
        return ConditionEvaluationResult.disabled(MESSAGES.text("left-out"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        record(context).ran(context.getRequiredTestClass());
    }

    private static SuiteRecord record(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SuiteRecord.class))
                .computeIfAbsent(SuiteRecord.class, _ -> SuiteRecord.ofModule(), SuiteRecord.class);
    }
}
