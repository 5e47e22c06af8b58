package dev.curfew.connector.aws.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
    @ParameterizedTest
    @CsvSource({
        "eu-west-1a, eu-west-1",
        "us-west-2-lax-1a, us-west-2",
        "us-east-1-wl1-bos-wlz-1, us-east-1",
        "us-gov-west-1b, us-gov-west-1",
        "eu-west-1, eu-west-1",
        "odd, odd"
    })
    void aZoneBeginsWithItsRegion(String zone, String region) {
        assertThat(Regions.ofZone(zone)).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({"eu-west-1, aws", "cn-north-1, aws-cn", "us-gov-east-1, aws-us-gov"})
    void aRegionIsInOnePartition(String region, String partition) {
        assertThat(Regions.partition(region)).isEqualTo(partition);
    }
}
