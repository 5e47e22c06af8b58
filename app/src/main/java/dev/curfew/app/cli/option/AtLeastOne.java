package dev.curfew.app.cli.option;

import dev.curfew.model.text.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many are wanted.
public final class AtLeastOne implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told as any other that will not do.
        }
        throw new TypeConversionException(Messages.of(AtLeastOne.class).text("at-least-one", text));
    }
}
