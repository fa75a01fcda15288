package org.axionwatch.streams.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.axionwatch.physics.likelihood.WStatistic;
import org.axionwatch.physics.xray.PowerLaw;
import org.axionwatch.topics.ingest.ChannelGroups;
import org.axionwatch.topics.ingest.EffectiveArea;
import org.axionwatch.topics.ingest.EnergyGrid;
import org.axionwatch.topics.ingest.InstrumentResponse;
import org.axionwatch.topics.ingest.PhaReader;
import org.axionwatch.topics.ingest.PhaSpectrum;
import org.axionwatch.topics.ingest.RmfReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** OGIP files and W-stat together, against Sherpa's values for 3C 273 (shared data, README). */
class SpectrumLikelihoodTest {

    private static final double RELATIVE = 1e-9;
    private static final double ALL_CHANNELS = 652.9968167212116;
    private static final double GROUPED = 62.12275005769554;

    private static Path file(String name) {
        Path path = Path.of(System.getProperty("axionwatch.root", "."), "../shared/data/xray/chandra-3c273", name);
        Assumptions.assumeTrue(Files.exists(path), "reference data are not beside the project: " + name);
        return path;
    }

    @Test
    void shouldGiveSherpasStatisticOf3C273InChannelsAndInGroups() {
        PhaSpectrum source = new PhaReader().read(file("3c273.pi"));
        PhaSpectrum background = new PhaReader().read(file("3c273_bg.pi"));
        ChannelGroups channels = ChannelGroups.single(source);
        ChannelGroups groups = ChannelGroups.of(source);

        assertThat(channels.size()).isEqualTo(1024);
        assertThat(groups.size()).isEqualTo(46);
        assertThat(statistic(source, background, channels)).isCloseTo(ALL_CHANNELS, within(RELATIVE * ALL_CHANNELS));
        assertThat(statistic(source, background, groups)).isCloseTo(GROUPED, within(RELATIVE * GROUPED));
    }

    private static double statistic(PhaSpectrum source, PhaSpectrum background, ChannelGroups groups) {
        return new WStatistic(
                        groups.sum(source.channels().counts()),
                        groups.sum(background.channels().counts()),
                        groups.mean(source.scaleTo(background)))
                .of(groups.sum(expectedCounts(source)));
    }

    /** The power law of gamma = 1.782, K = 1.622e-4, without absorption. */
    private static double[] expectedCounts(PhaSpectrum source) {
        var response =
                new InstrumentResponse(EffectiveArea.read(file("3c273.arf")), new RmfReader().read(file("3c273.rmf")));
        response.requireChannelsOf(source);
        EnergyGrid energies = response.matrix().energies();
        var spectrum = new PowerLaw(1.782, 1.622e-4);
        double[] fluxes = new double[energies.size()];
        for (int i = 0; i < fluxes.length; i++) {
            fluxes[i] = spectrum.photonFlux(energies.lowerKeV()[i], energies.upperKeV()[i]);
        }
        return DoubleStream.of(response.countRates(fluxes))
                .map(rate -> rate * source.exposureSeconds())
                .toArray();
    }
}
