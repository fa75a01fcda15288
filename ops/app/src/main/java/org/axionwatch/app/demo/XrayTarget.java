package org.axionwatch.app.demo;

import java.util.List;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.jspecify.annotations.Nullable;

/**
 * An X-ray source of the campaign: what is published about it and what the sky really does.
 *
 * @param source description as published
 * @param response response as published, null where the source gives effective areas and no redistribution
 * @param signal photon spectrum of the signal, any unit; gives the energies inside a bin
 * @param background background of the field
 */
record XrayTarget(XraySource source, @Nullable XrayResponse response, PhotonSpectrum signal, Background background) {

    /** Shortest exposure and step of exposures: one batch, s. */
    static final int BATCH_SECONDS = 5_000;

    /**
     * @param spectrum measured photon spectrum, any unit
     * @param lowKeV lower end of the measured energies, keV
     * @param highKeV upper end of the measured energies, keV
     * @param sourceCircleRate counts in the source circle over all those energies, s^-1
     */
    record Background(PhotonSpectrum spectrum, double lowKeV, double highKeV, double sourceCircleRate) {

        /** Background counts per second in the whole field. */
        double fieldRate() {
            return sourceCircleRate * XrayField.areaPixels() / XrayField.sourceAreaPixels();
        }

        double binRate(double fromKeV, double toKeV) {
            return sourceCircleRate * spectrum.integral(fromKeV, toKeV) / spectrum.integral(lowKeV, highKeV);
        }
    }

    double[] energyEdgesKeV() {
        return source.getEnergyEdgesKeV().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Signal counts per second in each measured bin at a = 1, over the whole field. */
    double[] signalRates() {
        int bins = source.getSignalPhotonFluxes().size();
        double[] rates = new double[bins];
        for (int trueBin = 0; trueBin < bins; trueBin++) {
            double detected =
                    source.getSignalPhotonFluxes().get(trueBin) * areasCm2().get(trueBin);
            for (int bin = 0; bin < bins; bin++) {
                rates[bin] += redistribution(bin, trueBin) * detected;
            }
        }
        return rates;
    }

    /**
     * Expected standard deviation of the amplitude after one second of exposure: the Fisher information of source
     * circle and annulus with one free background in each bin, in the Gaussian limit. It falls with the root of the
     * exposure.
     */
    double amplitudeErrorOfOneSecond(double amplitude) {
        double[] edges = energyEdgesKeV();
        double[] rates = signalRates();
        double information = 0;
        for (int bin = 0; bin < rates.length; bin++) {
            double signal = rates[bin] * XrayField.sourceFraction();
            double noise = background.binRate(edges[bin], edges[bin + 1]);
            double variance =
                    amplitude * signal + noise * (1 + XrayField.sourceAreaPixels() / XrayField.annulusAreaPixels());
            information += signal * signal / variance;
        }
        return 1 / Math.sqrt(information);
    }

    /** Batches after which the expected error of the amplitude is no larger than asked for. */
    int batchesForError(double amplitude, double amplitudeError) {
        double ratio = amplitudeErrorOfOneSecond(amplitude) / amplitudeError;
        return (int) Math.ceil(ratio * ratio / BATCH_SECONDS);
    }

    private List<Double> areasCm2() {
        return response == null ? source.getEffectiveAreaCm2() : response.getEffectiveAreaCm2();
    }

    private double redistribution(int measuredBin, int trueBin) {
        if (response == null) {
            return measuredBin == trueBin ? 1 : 0;
        }
        int bins = source.getSignalPhotonFluxes().size();
        return response.getRedistribution().get(measuredBin * bins + trueBin);
    }
}
