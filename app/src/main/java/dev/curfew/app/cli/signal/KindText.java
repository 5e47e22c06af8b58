package dev.curfew.app.cli.signal;

import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A kind of signal by its code.
final class KindText implements ITypeConverter<SignalKind> {
    @Override
    public SignalKind convert(String text) {
        return SignalKind.of(text)
                .orElseThrow(() ->
                        new TypeConversionException(Messages.of(KindText.class).text("kind.unknown", text, all())));
    }

    private static String all() {
        return Arrays.stream(SignalKind.values()).map(SignalKind::code).collect(Collectors.joining(", "));
    }
}
