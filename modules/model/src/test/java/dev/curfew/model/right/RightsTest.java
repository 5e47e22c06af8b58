package dev.curfew.model.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {

    @Test
    void theSameRightsAreOneTextWhateverTheOrderOfReading() {
        Right read = Right.of(RightLevel.READ, "table/b", "SELECT");
        Right write = Right.of(RightLevel.WRITE, "table/a", "INSERT", "UPDATE");

        assertThat(Rights.of(List.of(read, write, read)).text())
                .isEqualTo(Rights.of(List.of(write, read)).text())
                .isEqualTo("{\"statements\":["
                        + "{\"actions\":[\"INSERT\",\"UPDATE\"],\"level\":\"write\",\"on\":\"table/a\"},"
                        + "{\"actions\":[\"SELECT\"],\"level\":\"read\",\"on\":\"table/b\"}]}");
    }

    @Test
    void whatThereIsIsWritten() {
        Right full = Right.of(RightLevel.READ_SECRET, "key/1", "reveal")
                .named("s1")
                .provided("multi-factor")
                .from("keys");

        assertThat(Rights.of(List.of(full)).text())
                .isEqualTo("{\"statements\":[{\"actions\":[\"reveal\"],\"condition\":\"multi-factor\",\"id\":\"s1\","
                        + "\"level\":\"read-secret\",\"on\":\"key/1\",\"origin\":\"keys\"}]}");
    }

    @Test
    void aRightIsOnSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> Right.of(RightLevel.READ, ""));
    }
}
