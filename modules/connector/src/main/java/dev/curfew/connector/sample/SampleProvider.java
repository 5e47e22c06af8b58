package dev.curfew.connector.sample;

import dev.curfew.model.id.SourceName;

/// The three systems of the sample estate.
enum SampleProvider {
    AWS("aws"),
    OPENBAO("openbao"),
    KUBERNETES("kubernetes");

    private final String code;

    SampleProvider(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    SourceName source() {
        return new SourceName("sample-" + code);
    }

    /// @throws IllegalArgumentException for an unknown code
    static SampleProvider of(String code) {
        for (SampleProvider provider : values()) {
            if (provider.code.equals(code)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("no sample of " + code);
    }
}
