package dev.curfew.connector.aws.service;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What names of regions and zones tell.
final class Regions {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-\\d+");

    private Regions() {}

    /// The region of an availability zone, a Local Zone (`us-west-2-lax-1a`) or a Wavelength Zone
    /// (`us-east-1-wl1-bos-wlz-1`): all begin with it.
    ///
    /// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html>
    static String ofZone(String zone) {
        Matcher region = REGION.matcher(zone);
        return region.lookingAt() ? region.group() : zone;
    }

    static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
