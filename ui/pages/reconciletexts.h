// What the Reconcile page says of its month: sentence, figures, the waterfall, what is to be done, and the table. Pure.
#pragma once

#include "charts/waterfall.h"
#include "ui/models/displaytable.h"
#include "ui/reconcilecontroller.h"
#include "ui/widgets/textline.h"

namespace tokenledger {

/// "October 2026", "October".
[[nodiscard]] QString monthTitle(UtcDay month, bool withYear = true);
[[nodiscard]] QString reconcileSentence(const MonthPicture& picture);

/// What changed since the close: one sentence on the spend, and a line for each figure.
[[nodiscard]] QString changeSentence(const MonthPicture& picture);
[[nodiscard]] QStringList changeLines(const ChangeSinceClose& change);

struct FigureContent {
    QString title;
    QString value;
    QString exact;  // for the tool tip
    struct Line {
        QString name;
        QString value;
        TextPart::Tone tone = TextPart::Tone::Text1;
        bool strong = false;
    };
    std::vector<Line> lines;
};
[[nodiscard]] FigureContent computedFigure(const MonthPicture& picture);
[[nodiscard]] FigureContent billedFigure(const MonthPicture& picture);
[[nodiscard]] FigureContent invoicedFigure(const MonthPicture& picture);

/// What lies between two figures; no status: one of them is not there.
struct DifferenceContent {
    QString amount;
    QString status;
    TextPart::Tone tone = TextPart::Tone::Text2;
};
[[nodiscard]] DifferenceContent computedToBilled(const MonthPicture& picture);
[[nodiscard]] DifferenceContent billedToInvoiced(const MonthPicture& picture);

[[nodiscard]] WaterfallData waterfallData(const MonthPicture& picture);
[[nodiscard]] DisplayTable causesTable(const MonthPicture& picture);
[[nodiscard]] DisplayTable matchTable(const MonthPicture& picture);

/// As the window calls a model or item.
[[nodiscard]] QString itemName(const MatchInput& input);
[[nodiscard]] Money magnitude(Money amount);

}  // namespace tokenledger
