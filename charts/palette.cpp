#include "charts/palette.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int NoSlotRank = 100;
constexpr int NoModelRank = 1000;

// In slot order; the last slot (brick) has no fixed model.
constexpr std::array<const char16_t*, 7> SlotModels = {u"Opus 5.5", u"Sonnet 5.5", u"Haiku 5.5", u"Fable 5.1",
                                                       u"Sonnet 5", u"Opus 4.8",   u"Haiku 4.5"};

constexpr QColor rgb(unsigned value) {
    return QColor(static_cast<int>(value >> 16U & 0xFFU), static_cast<int>(value >> 8U & 0xFFU),
                  static_cast<int>(value & 0xFFU));
}

Palette makeLight() {
    Palette p;
    p.window = rgb(0xf4f5f7);
    p.sidebar = rgb(0xeceef1);
    p.bar = rgb(0xf9fafb);
    p.card = rgb(0xffffff);
    p.head = rgb(0xf7f8f9);
    p.border = rgb(0xdcdfe4);
    p.controlBorder = rgb(0xb9bfc8);
    p.fieldBorder = rgb(0x7b828d);
    p.grid = rgb(0xe9ebef);
    p.text1 = rgb(0x1a1d23);
    p.text2 = rgb(0x49505b);
    p.text3 = rgb(0x626a76);
    p.accent = rgb(0x3d4dbd);
    p.onAccent = rgb(0xffffff);
    p.accentHover = rgb(0x3341a3);
    p.tint = rgb(0xe8ebfa);
    p.selection = rgb(0xdfe3f8);
    p.hover = rgb(0xeef0f3);
    p.favourable = rgb(0x17713f);
    p.favourableTint = rgb(0xe3f3ea);
    p.unfavourable = rgb(0xb3261e);
    p.unfavourableTint = rgb(0xfcebe9);
    p.warning = rgb(0x855400);
    p.warningTint = rgb(0xfdf2dc);
    p.otherFill = rgb(0xa7aab0);
    p.otherOutline = rgb(0x6b6e74);
    p.models = {rgb(0x1299d8), rgb(0xdd7a02), rgb(0x4b885e), rgb(0xb35f89),
                rgb(0x7a6700), rgb(0x7b4095), rgb(0x1d5959), rgb(0x7e3e36)};
    p.family = {rgb(0x2b3a7e), rgb(0x9e8f74), rgb(0x4a62bd), rgb(0x4d463c),
                rgb(0x7b8fd4), rgb(0xb5652f), rgb(0x785a78), rgb(0x783c0f)};
    return p;
}

Palette makeDark() {
    Palette p;
    p.window = rgb(0x16191e);
    p.sidebar = rgb(0x12151a);
    p.bar = rgb(0x1a1d23);
    p.card = rgb(0x1d2127);
    p.head = rgb(0x21252c);
    p.border = rgb(0x2f353e);
    p.controlBorder = rgb(0x4a525e);
    p.fieldBorder = rgb(0x6b7482);
    p.grid = rgb(0x2a2f37);
    p.text1 = rgb(0xe8eaed);
    p.text2 = rgb(0xb6bcc6);
    p.text3 = rgb(0x949ca8);
    p.accent = rgb(0x9dabff);
    p.onAccent = rgb(0x12151a);
    p.accentHover = rgb(0xb5c0ff);
    p.tint = rgb(0x262c47);
    p.selection = rgb(0x2e3660);
    p.hover = rgb(0x252a32);
    p.favourable = rgb(0x62cc91);
    p.favourableTint = rgb(0x17301f);
    p.unfavourable = rgb(0xff8f85);
    p.unfavourableTint = rgb(0x3a1f1d);
    p.warning = rgb(0xefb54f);
    p.warningTint = rgb(0x352a14);
    p.otherFill = rgb(0x43464c);
    p.otherOutline = rgb(0x898c92);
    p.models = {rgb(0x3fb3f5), rgb(0xffac4e), rgb(0xa6dca9), rgb(0xf965a3),
                rgb(0xa68500), rgb(0x8d59b9), rgb(0x3c7773), rgb(0xa35946)};
    p.family = {rgb(0xb4c1f7), rgb(0x8d8069), rgb(0x7089e2), rgb(0xd9ccb2),
                rgb(0x5466ba), rgb(0xc98a56), rgb(0x965a78), rgb(0xf0c378)};
    return p;
}

QString versionedName(QString family, const QString& major, const QString& minor) {
    family[0] = family[0].toUpper();
    const QString version = minor.isEmpty() ? major : QString(major + u'.' + minor);
    return family + u' ' + version;
}

}  // namespace

const Palette& palette(Theme theme) {
    static const Palette light = makeLight();
    static const Palette dark = makeDark();
    return theme == Theme::Dark ? dark : light;
}

int fixedModelSlot(const QString& modelId) {
    const QString name = modelDisplayName(modelId);
    const auto found = std::find_if(SlotModels.begin(), SlotModels.end(),
                                    [&name](const char16_t* model) { return name == QStringView(model); });
    return found == SlotModels.end() ? -1 : static_cast<int>(found - SlotModels.begin());
}

QString modelDisplayName(const QString& modelId) {
    // Both orders that ids have had: claude-opus-5-5[-date] and the older claude-3-5-haiku[-date].
    static const QRegularExpression newer(
        QStringLiteral("^claude-([a-z]+)-(\\d{1,2})(?:-(\\d{1,2}))?(?:-(?:\\d{8}|latest))?$"));
    static const QRegularExpression older(
        QStringLiteral("^claude-(\\d{1,2})(?:-(\\d{1,2}))?-([a-z]+)(?:-(?:\\d{8}|latest))?$"));
    if (const auto match = newer.match(modelId); match.hasMatch())
        return versionedName(match.captured(1), match.captured(2), match.captured(3));
    if (const auto match = older.match(modelId); match.hasMatch())
        return versionedName(match.captured(3), match.captured(1), match.captured(2));
    return modelId;
}

int modelStackRank(const QString& modelId) {
    if (modelId.isEmpty()) return NoModelRank;
    const int slot = fixedModelSlot(modelId);
    return slot >= 0 ? slot : NoSlotRank;
}

}  // namespace tokenledger
