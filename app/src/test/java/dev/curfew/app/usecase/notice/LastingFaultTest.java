package dev.curfew.app.usecase.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastingFaultTest {
    private final LastingFault fault = new LastingFault();

    @Test
    void itIsNewsOnceAndAgainWhenItIsAnotherOrComesBack() {
        assertThat(fault.isOver()).isFalse();
        assertThat(fault.isNews(new IllegalStateException("the disk is full"))).isTrue();
        assertThat(fault.isNews(new IllegalStateException("the disk is full"))).isFalse();
        assertThat(fault.isNews(new IllegalStateException("the keychain is locked")))
                .isTrue();
        assertThat(fault.isNews(new UnsupportedOperationException("the keychain is locked")))
                .isTrue();
        assertThat(fault.isOver()).isTrue();
        assertThat(fault.isOver()).isFalse();
        assertThat(fault.isNews(new UnsupportedOperationException("the keychain is locked")))
                .isTrue();
    }
}
