package dev.curfew.governance.breakglass.drill;

import static dev.curfew.governance.breakglass.drill.DrillSheet.MESSAGES;

import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.breakglass.Alerts;
import dev.curfew.model.breakglass.Alerts.Heard;
import dev.curfew.model.breakglass.Alerts.Told;
import java.util.HashMap;
import java.util.Map;

/// Whether the monitoring system knows. That it took a message is not enough: it has to say so when it is asked.
final class AlertStage {
    private final Alerts alerts;
    private final DrillLimits limits;
    private final Pausing pausing;

    AlertStage(Alerts alerts, DrillLimits limits, Pausing pausing) {
        this.alerts = alerts;
        this.limits = limits;
        this.pausing = pausing;
    }

    void run(DrillOrder order, DrillSheet sheet) throws InterruptedException {
        sheet.begin(Stage.ALERT);
        AlertPlan plan = order.path().alert();
        if (plan == null) {
            sheet.notDone(Stage.ALERT, MESSAGES.text("alert.none"), MESSAGES.text("alert.none.next"));
            return;
        }
        Told told = plan.raisedBySource()
                ? new Told(true, "")
                : alerts.tell(plan.receiver(), message("curfew.break-glass.drill", order));
        if (told.taken()) {
            confirm(order, plan, sheet);
        } else {
            sheet.failed(
                    Stage.ALERT,
                    MESSAGES.text("alert.not-taken", plan.receiver().host(), told.detail()),
                    MESSAGES.text("alert.not-taken.next"));
        }
    }

    /// Tells of a use in earnest, and asks once whether it is known: nobody waits for that in an emergency.
    void tell(DrillOrder order, String reason, DrillSheet sheet) throws InterruptedException {
        AlertPlan plan = order.path().alert();
        if (plan == null) {
            sheet.notDone(Stage.ALERT, MESSAGES.text("alert.none"), MESSAGES.text("alert.none.next"));
            return;
        }
        Map<String, Object> message = new HashMap<>(message("curfew.break-glass.use", order));
        message.put("reason", reason);
        Told told = plan.raisedBySource() ? new Told(true, "") : alerts.tell(plan.receiver(), message);
        String host = plan.receiver().host();
        if (!told.taken()) {
            sheet.failed(
                    Stage.ALERT,
                    MESSAGES.text("alert.not-taken", host, told.detail()),
                    MESSAGES.text("alert.not-taken.next"));
        } else if (alerts.ask(plan.receiver(), order.id(), order.path().account()) instanceof Heard.Confirmed) {
            sheet.passed(Stage.ALERT, sheet.sinceStart(), MESSAGES.text("alert.confirmed", host));
        } else {
            sheet.care(
                    Stage.ALERT,
                    sheet.sinceStart(),
                    MESSAGES.text("alert.told", host),
                    MESSAGES.text("alert.unconfirmed.next"));
        }
    }

    private static Map<String, Object> message(String kind, DrillOrder order) {
        return Map.of(
                "kind", kind,
                "id", order.id(),
                "path", order.path().name(),
                "source", order.path().source().value(),
                "account", order.path().account(),
                "officer", order.officer(),
                "host", order.host());
    }

    private void confirm(DrillOrder order, AlertPlan plan, DrillSheet sheet) throws InterruptedException {
        long start = System.nanoTime();
        Heard heard = alerts.ask(plan.receiver(), order.id(), order.path().account());
        while (!(heard instanceof Heard.Confirmed)
                && System.nanoTime() - start < plan.within().toNanos()) {
            pausing.pause(limits.pause());
            heard = alerts.ask(plan.receiver(), order.id(), order.path().account());
        }
        String host = plan.receiver().host();
        switch (heard) {
            case Heard.Confirmed _ ->
                sheet.passed(Stage.ALERT, sheet.sinceStart(), MESSAGES.text("alert.confirmed", host));
            case Heard.NotYet(String detail) ->
                sheet.failed(
                        Stage.ALERT,
                        MESSAGES.text(
                                plan.raisedBySource() ? "alert.unnoticed" : "alert.unconfirmed",
                                host,
                                Spans.words(plan.within()),
                                detail),
                        MESSAGES.text("alert.unconfirmed.next"));
            case Heard.Unclear(String detail) ->
                sheet.failed(
                        Stage.ALERT,
                        MESSAGES.text("alert.unclear", host, detail),
                        MESSAGES.text("alert.unconfirmed.next"));
        }
    }
}
