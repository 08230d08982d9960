#include "ui/dialogs/about.h"

#include "app/core/texts.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int Width = 460;
constexpr int IconSize = 48;

QLabel* makeText(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QLayout* makeHead(QDialog* dialog) {
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    auto* icon = new QLabel(dialog);
    icon->setPixmap(Look::applicationIcon().pixmap(QSize(IconSize, IconSize), dialog->devicePixelRatioF()));
    icon->setFixedSize(IconSize, IconSize);
    head->addWidget(icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    auto* name = new QLabel(tr("Tokenledger %1").arg(QStringLiteral(TOKENLEDGER_VERSION)), dialog);
    name->setObjectName(QStringLiteral("aboutName"));
    name->setFont(Look::font(TextStyle::PageTitle));
    words->addWidget(name);
    words->addWidget(makeText(tr("What your organization spends on the Claude API: local, offline, exact."), dialog));
    head->addLayout(words, 1);
    return head;
}

QDialog* makeAbout(QWidget* parent, const Components& components) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("about"));
    dialog->setWindowTitle(tr("About Tokenledger"));
    dialog->setMinimumWidth(Width);
    auto* rows = new QVBoxLayout(dialog);
    rows->setContentsMargins(20, 20, 20, 16);
    rows->setSpacing(16);
    rows->addLayout(makeHead(dialog));
    auto* grid = new QFormLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    for (const auto& [name, version] : components) {
        auto* title = new QLabel(tr(qUtf8Printable(name)), dialog);
        title->setProperty("role", QStringLiteral("muted"));
        grid->addRow(title, makeText(version, dialog));
    }
    rows->addLayout(grid);
    rows->addWidget(makeText(tr("Free software under the GNU General Public License, version 3 or later. It comes "
                                "without any warranty."),
                             dialog));
    auto* buttons = new QDialogButtonBox(dialog);
    QPushButton* copy = buttons->addButton(tr("Copy versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyVersions"));
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    close->setObjectName(QStringLiteral("aboutClose"));
    close->setDefault(true);
    rows->addWidget(buttons);
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [components] { QGuiApplication::clipboard()->setText(componentsText(components)); });
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    return dialog;
}

}  // namespace

QString componentsText(const Components& components) {
    QString text;
    for (const auto& [name, version] : components) text += name + u' ' + version + u'\n';
    return text;
}

void showAbout(QWidget* parent, const Components& components) {
    auto* open = parent->findChild<QDialog*>(QStringLiteral("about"));
    if (open == nullptr) open = makeAbout(parent, components);
    open->show();
    open->raise();
    open->activateWindow();
}

}  // namespace tokenledger
