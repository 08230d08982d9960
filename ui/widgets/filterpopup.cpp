#include "ui/widgets/filterpopup.h"

#include "charts/palette.h"
#include "ui/widgets/button.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tokenledger {

QString dimensionTitle(Dimension dimension) {
    switch (dimension) {
        case Dimension::Workspace:
            return QCoreApplication::translate("Dimension", "Workspace");
        case Dimension::Model:
            return QCoreApplication::translate("Dimension", "Model");
        case Dimension::ApiKey:
            return QCoreApplication::translate("Dimension", "API key");
        default:
            return dimensionName(dimension);
    }
}

QString valueTitle(Dimension dimension, const QString& value, const QString& name) {
    if (dimension == Dimension::Workspace && value.isEmpty())
        return QCoreApplication::translate("Dimension", "(default workspace)");
    if (dimension != Dimension::Model) return name;
    if (!value.isEmpty()) return modelDisplayName(value);
    return QCoreApplication::translate("Dimension", "No model (search, code execution)");
}

FilterPopup::FilterPopup(const Look& look, Dimension dimension, const std::vector<Session::FilterValue>& values,
                         const std::vector<FilterChoice>& chosen, QWidget* anchor)
    : Popover(anchor), m_values(values) {
    setObjectName(QStringLiteral("filterPopup"));
    setAccessibleName(tr("Filter by %1").arg(dimensionTitle(dimension)));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("filterSearch"));
    m_search->setPlaceholderText(tr("Search %1").arg(dimensionTitle(dimension)));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    body()->addWidget(m_search);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("filterList"));
    m_list->setAccessibleName(dimensionTitle(dimension));
    m_list->setFixedSize(280, 240);
    for (const Session::FilterValue& value : m_values) {
        auto* item = new QListWidgetItem(valueTitle(dimension, value.value, value.name), m_list);
        const bool on = std::any_of(chosen.begin(), chosen.end(),
                                    [&value](const FilterChoice& choice) { return choice.term == value.term; });
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(value.value);
    }
    body()->addWidget(m_list);
    auto* buttons = new QHBoxLayout;
    auto* clear = new Button(look, Button::Kind::Ghost, tr("All"), this);
    clear->setDense(true);
    clear->setObjectName(QStringLiteral("filterClear"));
    auto* apply = new Button(look, Button::Kind::Primary, tr("Apply"), this);
    apply->setDense(true);
    apply->setObjectName(QStringLiteral("filterApply"));
    buttons->addWidget(clear);
    buttons->addStretch(1);
    buttons->addWidget(apply);
    body()->addLayout(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &FilterPopup::search);
    connect(m_search, &QLineEdit::returnPressed, apply, &QPushButton::click);
    connect(clear, &QPushButton::clicked, this, [this, dimension] {
        emit applied(dimension, {});
        close();
    });
    connect(apply, &QPushButton::clicked, this, [this, dimension] {
        emit applied(dimension, choice());
        close();
    });
    m_search->setFocus();
}

void FilterPopup::search(const QString& text) {
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive) &&
                        !item->toolTip().contains(text, Qt::CaseInsensitive));
    }
}

std::vector<FilterChoice> FilterPopup::choice() const {
    std::vector<FilterChoice> chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        const Session::FilterValue& value = m_values[static_cast<std::size_t>(row)];
        if (m_list->item(row)->checkState() == Qt::Checked) chosen.push_back({value.term, value.value, value.name});
    }
    return chosen;
}

}  // namespace tokenledger
