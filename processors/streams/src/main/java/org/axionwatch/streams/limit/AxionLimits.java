package org.axionwatch.streams.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.axionwatch.physics.axion.AxionDelayModel;
import org.axionwatch.physics.axion.PulsarCouplingLimit;
import org.axionwatch.physics.axion.Regularisation;
import org.axionwatch.physics.axion.Sightline;
import org.axionwatch.physics.likelihood.ExpectedLimits;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.likelihood.JointLimit;
import org.axionwatch.records.axion.AxionLimit;
import org.axionwatch.records.axion.LimitPoint;
import org.axionwatch.streams.limit.LimitContribution.Coupling;
import org.axionwatch.streams.limit.LimitContribution.Curve;
import org.axionwatch.streams.limit.LimitContribution.PulsarDelays;
import org.axionwatch.streams.limit.LimitContribution.SourceProfile;

/** Packs the joint limit of all contributions to one hypothesis, taken in the order of their names. */
final class AxionLimits {

    private static final double CONFIDENCE = 0.95;

    private final LimitSettings settings;

    AxionLimits(LimitSettings settings) {
        this.settings = settings;
    }

    /** Empty where no mass has a limit. */
    Optional<AxionLimit> of(String hypothesis, List<LimitContribution> contributions) {
        List<PulsarDelays> pulsars = only(PulsarDelays.class, contributions);
        Draft draft = pulsars.isEmpty() ? ofSources(only(SourceProfile.class, contributions)) : ofPulsars(pulsars);
        return draft.points.isEmpty() ? Optional.empty() : Optional.of(draft.pack(hypothesis));
    }

    private static <T> List<T> only(Class<T> type, List<LimitContribution> contributions) {
        return contributions.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Draft ofPulsars(List<PulsarDelays> pulsars) {
        Draft draft = new Draft(new Coupling("1/f_a", "GeV^-1", PulsarCouplingLimit.REFERENCE_PER_GEV, 2));
        PulsarDelays first = pulsars.get(0);
        PulsarCouplingLimit limit = new PulsarCouplingLimit(Arrays.stream(first.resonancesMHz())
                .map(mhz -> settings.convention().resonantMassEv(mhz * 1e6))
                .toArray());
        for (PulsarDelays pulsar : pulsars) {
            if (!Arrays.equals(pulsar.resonancesMHz(), first.resonancesMHz())) {
                draft.leaveOut(pulsar.contributor(), "other grid");
                continue;
            }
            AxionDelayModel model = model(pulsar);
            limit.add(model, pulsar.delays().seconds(), pulsar.delays().uncertaintiesSeconds());
            draft.contributors.add(pulsar.contributor());
            draft.conventions.add(String.format(
                    Locale.ROOT,
                    "distance %s = %.6g m",
                    pulsar.contributor(),
                    model.sightline().lengthMetres()));
        }
        for (PulsarCouplingLimit.Point point : limit.points()) {
            draft.points.add(withBands(
                    LimitPoint.newBuilder()
                            .setAxionMassEv(point.massEv())
                            .setCoupling(point.inverseDecayConstantPerGev())
                            .setBestFit(point.bestFit())
                            .setSignificance(point.significance()),
                    Optional.of(point.expected()),
                    draft.coupling));
        }
        draft.conventions.add(
                "density " + settings.sightline().densityGevPerCm3() + " GeV/cm^3, uniform along the line of sight");
        draft.conventions.add("frequency convention " + settings.convention());
        draft.conventions.add("regularisation FLOOR, channel width twice the half width of the template");
        draft.conventions.add("one-sided 95 %, power-constrained at -1 sigma");
        return draft;
    }

    private AxionDelayModel model(PulsarDelays pulsar) {
        Sightline path = pulsar.distancePc() > 0
                ? Sightline.ofParsecs(pulsar.distancePc(), settings.sightline().densityGevPerCm3())
                : settings.sightline();
        return new AxionDelayModel(settings.convention(), Regularisation.FLOOR, 2e6 * pulsar.halfWidthMHz(), path);
    }

    private static Draft ofSources(List<SourceProfile> sources) {
        Coupling common = sources.get(0).coupling();
        Draft draft = new Draft(common);
        Map<Double, JointLimit> byMass = new TreeMap<>();
        for (SourceProfile source : sources) {
            if (!source.coupling().isComparableWith(common)) {
                draft.leaveOut(
                        source.contributor(),
                        "other coupling " + source.coupling().name());
                continue;
            }
            for (Curve curve : source.curves()) {
                addTo(
                        byMass.computeIfAbsent(curve.massEv(), mass -> new JointLimit()),
                        curve,
                        source.coupling(),
                        common);
            }
            draft.contributors.add(source.contributor());
        }
        byMass.forEach((mass, joint) -> {
            OptionalDouble limit = joint.powerConstrainedLimit(JointFit.DEFAULT_THRESHOLD);
            if (limit.isPresent()) {
                draft.points.add(withBands(
                        LimitPoint.newBuilder()
                                .setAxionMassEv(mass)
                                .setCoupling(coupling(limit.getAsDouble(), common))
                                .setBestFit(joint.best())
                                .setSignificance(joint.significance()),
                        joint.expected(),
                        common));
            }
        });
        draft.conventions.add("profile curves of independent sources added, limit where their sum has risen by "
                + JointFit.DEFAULT_THRESHOLD);
        draft.conventions.add("power-constrained at -1 sigma, expectations of the sources combined as Gaussian");
        draft.conventions.add("reference coupling " + common.reference() + " " + common.unit());
        return draft;
    }

    private static void addTo(JointLimit joint, Curve curve, Coupling own, Coupling common) {
        joint.add(
                JointLimit.rescaled(curve.amplitudes(), own.reference(), common.reference(), own.power()),
                curve.profile());
        double median = curve.expectedMedian();
        if (median > 0) {
            joint.expect(
                    JointLimit.rescaled(new double[] {median}, own.reference(), common.reference(), own.power())[0]);
        }
    }

    private static LimitPoint withBands(
            LimitPoint.Builder point, Optional<ExpectedLimits> expected, Coupling coupling) {
        expected.ifPresent(bands -> point.setExpectedMinusOneSigma(coupling(bands.minusOneSigma(), coupling))
                .setExpectedMedian(coupling(bands.median(), coupling))
                .setExpectedPlusOneSigma(coupling(bands.plusOneSigma(), coupling))
                .setExpectedPlusTwoSigma(coupling(bands.plusTwoSigma(), coupling)));
        return point.build();
    }

    private static double coupling(double amplitude, Coupling coupling) {
        return JointLimit.coupling(amplitude, coupling.reference(), coupling.power());
    }

    /** A limit in the making. */
    private static final class Draft {

        private final Coupling coupling;
        private final List<String> contributors = new ArrayList<>();
        private final List<String> conventions = new ArrayList<>();
        private final List<LimitPoint> points = new ArrayList<>();

        Draft(Coupling coupling) {
            this.coupling = coupling;
        }

        void leaveOut(String contributor, String why) {
            conventions.add("left out " + contributor + ": " + why);
        }

        AxionLimit pack(String hypothesis) {
            return AxionLimit.newBuilder()
                    .setHypothesis(hypothesis)
                    .setCouplingName(coupling.name())
                    .setCouplingUnit(coupling.unit())
                    .setConfidenceLevel(CONFIDENCE)
                    .setContributors(contributors)
                    .setConventions(conventions)
                    .setPoints(points)
                    .build();
        }
    }
}
