// The colours hold what the design promises: apart for every kind of colour vision, and legible on every surface.
#include "charts/modelcolours.h"
#include "charts/palette.h"

#include <QTest>

#include <array>
#include <cmath>
#include <vector>

using namespace tokenledger;

namespace {

using Vec3 = std::array<double, 3>;
using Matrix = std::array<Vec3, 3>;

// Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
constexpr Matrix Normal = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix Protan = {
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix Deutan = {
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix Tritan = {
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr std::array<Matrix, 4> Visions = {Normal, Deutan, Protan, Tritan};

Vec3 transformed(const Matrix& m, const Vec3& v) {
    Vec3 result{};
    for (std::size_t i = 0; i < 3; ++i) result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return result;
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Vec3 linearRgb(const QColor& colour) {
    return {linear(colour.red() / 255.0), linear(colour.green() / 255.0), linear(colour.blue() / 255.0)};
}

Vec3 lab(Vec3 rgb) {
    for (double& channel : rgb) channel = std::clamp(channel, 0.0, 1.0);
    constexpr Matrix toXyz = {
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Vec3 xyz = transformed(toXyz, rgb);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double radians(double degrees) { return degrees * M_PI / 180; }
double hue(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double angle = std::atan2(b, a) * 180 / M_PI;
    return angle < 0 ? angle + 360 : angle;
}

// Sharma, Wu and Dalal 2005.
double ciede2000(const Vec3& one, const Vec3& two) {
    const double meanC = (std::hypot(one[1], one[2]) + std::hypot(two[1], two[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(meanC, 7) / (std::pow(meanC, 7) + std::pow(25.0, 7))));
    const double a1 = (1 + g) * one[1];
    const double a2 = (1 + g) * two[1];
    const double c1 = std::hypot(a1, one[2]);
    const double c2 = std::hypot(a2, two[2]);
    const double h1 = hue(a1, one[2]);
    const double h2 = hue(a2, two[2]);
    double dh = c1 * c2 == 0 ? 0 : h2 - h1;
    if (dh > 180) dh -= 360;
    if (dh < -180) dh += 360;
    const double dL = two[0] - one[0];
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(dh / 2));
    const double L = (one[0] + two[0]) / 2;
    const double C = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0) {
        h = std::abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2);
    }
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) +
                     0.32 * std::cos(radians(3 * h + 6)) - 0.20 * std::cos(radians(4 * h - 63));
    const double theta = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double rC = 2 * std::sqrt(std::pow(C, 7) / (std::pow(C, 7) + std::pow(25.0, 7)));
    const double sL = 1 + 0.015 * std::pow(L - 50, 2) / std::sqrt(20 + std::pow(L - 50, 2));
    const double sC = 1 + 0.045 * C;
    const double sH = 1 + 0.015 * C * t;
    const double rT = -std::sin(radians(2 * theta)) * rC;
    return std::sqrt(std::pow(dL / sL, 2) + std::pow(dC / sC, 2) + std::pow(dH / sH, 2) + rT * (dC / sC) * (dH / sH));
}

double difference(const QColor& a, const QColor& b, const Matrix& vision) {
    return ciede2000(lab(transformed(vision, linearRgb(a))), lab(transformed(vision, linearRgb(b))));
}

double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const Vec3 rgb = linearRgb(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    };
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

std::vector<QColor> stack(Theme theme) {
    const Palette& colours = palette(theme);
    std::vector<QColor> all(colours.models.begin(), colours.models.end());
    all.push_back(colours.otherFill);
    return all;
}

std::vector<QColor> family(Theme theme) {
    const Palette& colours = palette(theme);
    return {colours.family.begin(), colours.family.end()};
}

}  // namespace

class TestPalette : public QObject {
    Q_OBJECT
private slots:
    void colourDifferenceAgreesWithPublishedPairs() {
        // Pairs 1, 7 and 25 of the test data of Sharma, Wu and Dalal.
        QVERIFY(std::abs(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 1e-4);
        QVERIFY(std::abs(ciede2000({50, 0, 0}, {50, -1, 2}) - 2.3669) < 1e-4);
        QVERIFY(std::abs(ciede2000({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) - 1.2644) < 1e-4);
    }

    void coloursAreApart_data() {
        QTest::addColumn<std::vector<QColor>>("colours");
        QTest::newRow("models light") << stack(Theme::Light);
        QTest::newRow("models dark") << stack(Theme::Dark);
        QTest::newRow("family light") << family(Theme::Light);
        QTest::newRow("family dark") << family(Theme::Dark);
    }
    void coloursAreApart() {
        QFETCH(std::vector<QColor>, colours);
        for (const Matrix& vision : Visions) {
            for (std::size_t i = 0; i < colours.size(); ++i)
                for (std::size_t j = i + 1; j < colours.size(); ++j) {
                    const double apart = difference(colours[i], colours[j], vision);
                    const QString pair = colours[i].name() + u' ' + colours[j].name() + u' ' + QString::number(apart);
                    QVERIFY2(apart >= 11, qPrintable(pair));
                    if (j == i + 1) QVERIFY2(apart >= 12, qPrintable(pair));
                }
        }
    }

    void fillsStandOutFromTheCard_data() {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }
    void fillsStandOutFromTheCard() {
        QFETCH(Theme, theme);
        const Palette& colours = palette(theme);
        for (const QColor& fill : colours.models) QVERIFY2(contrast(fill, colours.card) >= 3, qPrintable(fill.name()));
        for (const QColor& fill : colours.family) QVERIFY2(contrast(fill, colours.card) >= 3, qPrintable(fill.name()));
        QVERIFY(contrast(colours.otherOutline, colours.card) >= 3);
        for (const QColor& surface : {colours.card, colours.window})
            QVERIFY(contrast(colours.fieldBorder, surface) >= 3);
    }

    void textIsLegible_data() { fillsStandOutFromTheCard_data(); }
    void textIsLegible() {
        QFETCH(Theme, theme);
        const Palette& c = palette(theme);
        const auto legible = [](const QColor& text, const QColor& surface) {
            const QString pair =
                text.name() + QLatin1String(" on ") + surface.name() + u' ' + QString::number(contrast(text, surface));
            QVERIFY2(contrast(text, surface) >= 4.5, qPrintable(pair));
        };
        for (const QColor& surface : {c.window, c.sidebar, c.bar, c.card, c.head, c.tint, c.hover})
            for (const QColor& text : {c.text1, c.text2, c.text3}) legible(text, surface);
        legible(c.text1, c.selection);  // text 2 and 3 become text 1 there
        for (const QColor& surface : {c.card, c.window, c.tint}) legible(c.accent, surface);
        legible(c.onAccent, c.accent);
        legible(c.onAccent, c.accentHover);
        legible(c.favourable, c.favourableTint);
        legible(c.unfavourable, c.unfavourableTint);
        legible(c.warning, c.warningTint);
        // Signs stand in tables (also in total and chosen rows), in the status bar, beside titles and in notices.
        for (const QColor& surface : {c.card, c.window, c.bar, c.head, c.hover, c.selection})
            for (const QColor& sign : {c.favourable, c.unfavourable, c.warning}) legible(sign, surface);
        legible(c.unfavourable, c.sidebar);
        // What a notice says, and the links in it.
        for (const QColor& surface : {c.favourableTint, c.unfavourableTint, c.warningTint}) {
            legible(c.text1, surface);
            legible(c.accent, surface);
        }
        // The current page in the sidebar, a chosen segment, a chip under the pointer.
        legible(theme == Theme::Light ? c.accent : c.text1, c.selection);
        legible(theme == Theme::Light ? c.accent : c.text1, c.tint);
        legible(c.card, c.text2);  // an organization's initial
    }

    void marksStandOut_data() { fillsStandOutFromTheCard_data(); }
    void marksStandOut() {
        QFETCH(Theme, theme);
        const Palette& c = palette(theme);
        const auto standsOut = [](const QColor& mark, const QColor& surface) {
            QVERIFY2(contrast(mark, surface) >= 3, qPrintable(mark.name() + QLatin1String(" on ") + surface.name()));
        };
        // The focus ring, wherever it may be drawn, and the edge of the current page.
        for (const QColor& surface : {c.card, c.window, c.bar, c.sidebar, c.head, c.selection, c.tint})
            standsOut(c.accent, surface);
        // Failed days, bars of changes, icons.
        for (const QColor& mark : {c.unfavourable, c.favourable, c.warning, c.text3}) standsOut(mark, c.card);
        for (const QColor& icon : {c.text2, c.text3})
            for (const QColor& surface : {c.bar, c.sidebar, c.window, c.hover}) standsOut(icon, surface);
    }

    void modelsAreNamed_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("slot");
        QTest::newRow("plain") << u"claude-opus-5-5"_qs << u"Opus 5.5"_qs << 0;
        QTest::newRow("second slot") << u"claude-sonnet-5-5"_qs << u"Sonnet 5.5"_qs << 1;
        QTest::newRow("without minor") << u"claude-sonnet-5"_qs << u"Sonnet 5"_qs << 4;
        QTest::newRow("dated") << u"claude-haiku-4-5-20251001"_qs << u"Haiku 4.5"_qs << 6;
        QTest::newRow("dated without minor") << u"claude-sonnet-4-20250514"_qs << u"Sonnet 4"_qs << -1;
        QTest::newRow("older order") << u"claude-3-5-haiku-20241022"_qs << u"Haiku 3.5"_qs << -1;
        QTest::newRow("older, latest") << u"claude-3-opus-latest"_qs << u"Opus 3"_qs << -1;
        QTest::newRow("not a model's form") << u"acme-large-2"_qs << u"acme-large-2"_qs << -1;
        QTest::newRow("with a suffix") << u"claude-opus-5-5-preview"_qs << u"claude-opus-5-5-preview"_qs << -1;
        QTest::newRow("none") << QString() << QString() << -1;
    }
    void modelsAreNamed() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        QFETCH(int, slot);
        QCOMPARE(modelDisplayName(id), name);
        QCOMPARE(fixedModelSlot(id), slot);
    }

    void stackRankFollowsThePalette() {
        QVERIFY(modelStackRank(u"claude-opus-5-5"_qs) < modelStackRank(u"claude-sonnet-5-5"_qs));
        QVERIFY(modelStackRank(u"claude-opus-4-8"_qs) < modelStackRank(u"claude-haiku-4-5"_qs));
        QVERIFY(modelStackRank(u"claude-haiku-4-5"_qs) < modelStackRank(u"acme-large-2"_qs));
        QVERIFY(modelStackRank(u"acme-large-2"_qs) < modelStackRank(QString()));
    }

    void unknownModelsTakeFreeSlots() {
        const QStringList known = {u"claude-opus-5-5"_qs, u"claude-sonnet-5-5"_qs};
        ModelColours colours;
        QVERIFY(!colours.assign(known));
        QVERIFY(colours.assign(known + QStringList{u"claude-opus-6"_qs, u"claude-sonnet-6"_qs}));
        QCOMPARE(colours.slotOf(u"claude-opus-6"_qs), 7);           // the slot without a model of its own comes first
        QCOMPARE(colours.slotOf(u"claude-opus-6-20270101"_qs), 7);  // a dated id is the same model
        QCOMPARE(colours.slotOf(u"claude-sonnet-6"_qs), 2);         // then those whose models are not in use
        QCOMPARE(colours.slotOf(u"claude-opus-5-5"_qs), 0);
        QCOMPARE(colours.slotOf(QString()), -1);
        QVERIFY(!colours.assign(known + QStringList{u"claude-opus-6"_qs}));  // kept although one is gone

        ModelColours restored = ModelColours::fromStrings(colours.toStrings());
        QCOMPARE(restored.slotOf(u"claude-sonnet-6"_qs), 2);
        // Haiku 5.5 owns the third slot by name: it takes it, and the other one moves on.
        QVERIFY(restored.assign(known + QStringList{u"claude-haiku-5-5"_qs, u"claude-sonnet-6"_qs}));
        QCOMPARE(restored.slotOf(u"claude-haiku-5-5"_qs), 2);
        QCOMPARE(restored.slotOf(u"claude-sonnet-6"_qs), 3);
        QCOMPARE(restored.slotOf(u"claude-opus-6"_qs), 7);
    }

    void storedNonsenseIsDropped() {
        const ModelColours colours =
            ModelColours::fromStrings({u"9=A"_qs, u"x=B"_qs, u"3="_qs, u"4=Opus 6"_qs, u"4=Opus 7"_qs, u""_qs});
        QCOMPARE(colours.toStrings(), QStringList{u"4=Opus 6"_qs});
    }

    void moreModelsThanSlotsBecomeOther() {
        ModelColours colours;
        QStringList ids;
        for (int i = 0; i < 9; ++i) ids.append(QStringLiteral("claude-nova-%1").arg(i));
        colours.assign(ids);
        QList<int> slotsGiven;
        for (const QString& id : ids) slotsGiven.append(colours.slotOf(id));
        QCOMPARE(slotsGiven.last(), -1);
        slotsGiven.removeLast();
        std::sort(slotsGiven.begin(), slotsGiven.end());
        QCOMPARE(slotsGiven, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7}));
    }
};

QTEST_GUILESS_MAIN(TestPalette)
#include "tst_palette.moc"
