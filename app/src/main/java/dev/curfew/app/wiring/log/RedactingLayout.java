package dev.curfew.app.wiring.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// A line a record: UTC time, level, thread, logger, words, and the stack below; secrets blotted out.
final class RedactingLayout extends PatternLayout {

    RedactingLayout() {
        setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%thread] %logger{36} %msg%n%ex");
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return Redaction.of(super.doLayout(event));
    }
}
