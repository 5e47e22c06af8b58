package dev.curfew.app.cli.notice;

import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An event by its text. What only tests is carried by all.
final class EventText implements ITypeConverter<NoticeEvent> {
    @Override
    public NoticeEvent convert(String text) {
        return NoticeEvent.of(text)
                .filter(event -> event != NoticeEvent.TEST)
                .orElseThrow(() ->
                        new TypeConversionException(Messages.of(EventText.class).text("event", text, all())));
    }

    private static String all() {
        return Arrays.stream(NoticeEvent.values())
                .filter(event -> event != NoticeEvent.TEST)
                .map(NoticeEvent::text)
                .collect(Collectors.joining(", "));
    }
}
