package org.axionwatch.physics.dispersion;

import java.util.Map;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * Orbit of a binary pulsar, with its full delay: Roemer, Einstein, Shapiro and aberration.
 *
 * <p>The delay belongs to the time of emission and is solved for the time of arrival exactly, where TEMPO and its
 * descendants expand the inverse to second order in v/c: a Roemer delay differs by A1 (v/c)^3, a Shapiro delay by its change over
 * the light time of the orbit, a few ns at the sharpest conjunctions known.
 *
 * <p>Parameters carry their .par names: PB [d] or FB0, FB1, ... [Hz s^-k], A1 [light-second], T0 or TASC [MJD], ECC or E
 * [1], OM [deg], EPS1, EPS2 [1], OMDOT [deg/yr], M2 [solar masses], SINI, STIGMA, SHAPMAX, DR, DTH [1], KIN [deg], H3, H4,
 * GAMMA, A0, B0 [s], LNEDOT [1/yr]; PBDOT, XPBDOT, XDOT or A1DOT, EDOT, EPS1DOT, EPS2DOT in SI per power of s.
 *
 * <table>
 * <caption>Models</caption>
 * <tr><th>BINARY</th><th>solved as</th></tr>
 * <tr><td>ELL1, ELL1H, ELL1k</td><td>{@link LaplaceOrbit}</td></tr>
 * <tr><td>BT, BTX</td><td>{@link KeplerOrbit}, BT</td></tr>
 * <tr><td>DD, DDS (SHAPMAX), DDH (H3, STIGMA), DDK (KIN)</td><td>{@link KeplerOrbit}, DD</td></tr>
 * <tr><td>T2 and any other</td><td>ELL1 where it has TASC, else DD</td></tr>
 * </table>
 *
 * <p>{@link #description()} names the parameters that this does not represent, such as KOM of DDK: its Kopeikin terms change
 * over months and are constant inside a frame.
 *
 * @param model name of the .par file's BINARY line
 * @param parameters values by .par name
 */
public record BinaryOrbit(String model, Map<String, Double> parameters) {

    public BinaryOrbit {
        parameters = Map.copyOf(parameters);
    }

    /**
     * The model, what it is solved as where it is none of the known ones, and the parameters that are neglected.
     *
     * @throws UnusableFrameException INCOMPLETE_ORBIT where a parameter is missing or impossible
     */
    public String description() {
        return new OrbitDelay(this).description();
    }

    /**
     * Delay of the pulse that arrives at an instant, s, positive behind the orbit's centre.
     *
     * @param instant barycentric time in the units of the model
     * @param offsetSeconds s after it
     * @throws UnusableFrameException INCOMPLETE_ORBIT where a parameter is missing or impossible
     */
    public double delaySeconds(ModifiedJulianDate instant, double offsetSeconds) {
        return new OrbitDelay(this).seconds(instant, offsetSeconds);
    }
}
