#include "ui/widgets/checklist.h"

#include "ui/widgets/iconlabel.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace tokenledger {

namespace {

std::pair<QString, TextPart::Tone> iconOf(CheckList::Mark mark) {
    switch (mark) {
        case CheckList::Mark::NotAsked:
            return {QStringLiteral("more"), TextPart::Tone::Text3};
        case CheckList::Mark::Asking:
            return {QStringLiteral("clock"), TextPart::Tone::Accent};
        case CheckList::Mark::Good:
            return {QStringLiteral("check"), TextPart::Tone::Favourable};
        case CheckList::Mark::Warning:
            return {QStringLiteral("warning"), TextPart::Tone::Warning};
        case CheckList::Mark::Bad:
            break;
    }
    return {QStringLiteral("error"), TextPart::Tone::Unfavourable};
}

}  // namespace

CheckList::CheckList(const Look& look, int lines, QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(1, 236);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < lines; ++i) {
        Row row{new IconLabel(look, QStringLiteral("more"), TextPart::Tone::Text3, this, 14), new QLabel(this),
                new QLabel(this)};
        row.text->setTextFormat(Qt::PlainText);
        row.result->setTextFormat(Qt::PlainText);
        row.result->setWordWrap(true);
        row.result->setProperty("role", QStringLiteral("muted"));
        grid->addWidget(row.icon, i, 0);
        grid->addWidget(row.text, i, 1);
        grid->addWidget(row.result, i, 2);
        m_rows.append(row);
    }
}

void CheckList::setLines(const QList<Line>& lines) {
    for (qsizetype i = 0; i < std::min(lines.size(), m_rows.size()); ++i) {
        const auto [icon, tone] = iconOf(lines.at(i).mark);
        m_rows[i].icon->setIcon(icon, tone);
        m_rows[i].text->setText(lines.at(i).text);
        m_rows[i].result->setText(lines.at(i).result);
    }
}

}  // namespace tokenledger
