package dev.curfew.testbed.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A module's parsers under one entry: an input's first byte says which, the rest is what it reads. An input may be
/// refused; whatever else is thrown is a fault.
public final class Parsers {
    private final Map<Byte, Parser> byLetter = new HashMap<>();
    private final List<Class<? extends Exception>> refusals;

    /// What reads bytes.
    @FunctionalInterface
    public interface Parser {
        void read(byte[] input) throws Exception;
    }

    /// What reads text.
    @FunctionalInterface
    public interface TextParser {
        void read(String input) throws Exception;
    }

    /// @param refusals what says that an input is none
    public Parsers(List<Class<? extends Exception>> refusals) {
        this.refusals = List.copyOf(refusals);
    }

    /// @param letter by which inputs that were found can be told; ASCII
    public Parsers bytes(char letter, Parser parser) {
        if (byLetter.put((byte) letter, parser) != null) {
            throw new IllegalArgumentException("two parsers have the letter " + letter);
        }
        return this;
    }

    /// As [#bytes], in UTF-8.
    public Parsers text(char letter, TextParser parser) {
        return bytes(letter, input -> parser.read(new String(input, StandardCharsets.UTF_8)));
    }

    /// @return whether it was taken: it has a parser, which did not refuse it
    /// @throws Exception what no parser may throw
    public boolean read(byte[] input) throws Exception {
        Parser parser = input.length == 0 ? null : byLetter.get(input[0]);
        if (parser == null) {
            return false;
        }
        try {
            parser.read(Arrays.copyOfRange(input, 1, input.length));
            return true;
        } catch (Exception e) {
            if (refusals.stream().noneMatch(each -> each.isInstance(e))) {
                throw e;
            }
            return false;
        }
    }
}
