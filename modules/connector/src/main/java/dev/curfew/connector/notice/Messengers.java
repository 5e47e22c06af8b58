package dev.curfew.connector.notice;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Messenger;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Each way by its own messenger.
public final class Messengers implements Messenger, AutoCloseable {
    /// Nobody waits for a notice, and many may have to go: a receiver that takes longer is tried again later.
    private static final HttpSettings LIMITS =
            new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 64 * 1024, 3, Duration.ofSeconds(5), 4);

    private final Http http;
    private final WebhookMessenger webhooks;
    private final MailMessenger mails = new MailMessenger();
    private final DesktopMessenger desktop;

    /// @param environment the process's variables
    public Messengers(Clock clock, Map<String, String> environment) {
        http = new Http(LIMITS, clock);
        webhooks = new WebhookMessenger(http, clock);
        desktop = new DesktopMessenger(environment);
    }

    @Override
    public Told carry(Carrier carrier, Notice notice, @Nullable Secret secret) throws InterruptedException {
        return switch (carrier.way()) {
            case Carrier.Way.Desktop() -> desktop.carry(notice);
            case Carrier.Way.Newer(String kind) ->
                new Told(false, Messages.of(Messengers.class).text("newer", kind));
            case Carrier.Way.Webhook webhook -> webhooks.carry(webhook, notice, secret);
            case Carrier.Way.Mail mail -> mails.carry(mail, notice, secret);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
