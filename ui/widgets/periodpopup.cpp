#include "ui/widgets/periodpopup.h"

#include "ui/widgets/button.h"
#include "ui/widgets/dayrangepicker.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tokenledger {

PeriodPopup::PeriodPopup(const Look& look, const DateRange& range, UtcDay today, QWidget* anchor) : Popover(anchor) {
    setObjectName(QStringLiteral("periodPopup"));
    setAccessibleName(tr("Custom period"));
    auto* picker = new DayRangePicker(look, range, today, this);
    body()->addWidget(picker);
    auto* buttons = new QHBoxLayout;
    auto* hint = new QLabel(this);
    hint->setProperty("role", QStringLiteral("note"));
    hint->setFont(Look::font(TextStyle::Small));
    auto* apply = new Button(look, Button::Kind::Primary, tr("Show this period"), this);
    apply->setObjectName(QStringLiteral("customApply"));
    buttons->addWidget(hint, 1);
    buttons->addWidget(apply);
    body()->addLayout(buttons);
    const auto check = [picker, hint, apply] {
        const auto chosen = picker->range();
        apply->setEnabled(chosen.has_value());
        hint->setText(chosen ? tr("Days: %1").arg(chosen->days()) : tr("The last day lies before the first."));
    };
    connect(picker, &DayRangePicker::changed, this, check);
    check();
    connect(apply, &QPushButton::clicked, this, [this, picker] {
        if (picker->range()) emit applied(*picker->range());
        close();
    });
}

}  // namespace tokenledger
