package dev.curfew.app.cli.option;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A source's name as it is typed.
public final class SourceNameText implements ITypeConverter<SourceName> {

    @Override
    public SourceName convert(String text) {
        if (!SourceName.isValid(text)) {
            throw new TypeConversionException(Messages.of(SourceNameText.class).text("source-name", text));
        }
        return new SourceName(text);
    }
}
