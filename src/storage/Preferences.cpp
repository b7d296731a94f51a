// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/Preferences.h"

#include "storage/IniText.h"
#include "storage/OwnFiles.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace deskwarden::storage {

namespace {

constexpr qint64 largestPreferences = 1 << 20;

QString nameOf(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

Preferences::Preferences(const QString& file)
    : m_file(file)
    , m_values(read())
    , m_soon(std::make_unique<QTimer>())
{
    m_soon->setSingleShot(true);
    QObject::connect(m_soon.get(), &QTimer::timeout, m_soon.get(), [this] { save(); });
}

Preferences::~Preferences()
{
    save();
}

/// QSettings reads, but does not write: a full disk would leave it with an empty file.
Preferences::Values Preferences::read() const
{
    Values values;
    if (whyUnusable(m_file, FileUse::Read) || QFileInfo(m_file).size() > largestPreferences)
        return values;
    const QSettings settings(m_file, QSettings::IniFormat);
    for (const QString& name : settings.allKeys()) {
        if (!name.isEmpty()) // a line of garbage
            values.insert(name, settings.value(name));
    }
    return values;
}

bool Preferences::value(const FlagKey& key) const
{
    return m_values.value(nameOf(key.name), key.fallback).toBool();
}

int Preferences::value(const NumberKey& key) const
{
    bool isNumber = false;
    const int number = m_values.value(nameOf(key.name), key.fallback).toInt(&isNumber);
    return isNumber ? std::clamp(number, key.least, key.most) : key.fallback;
}

QString Preferences::value(const TextKey& key) const
{
    return m_values.value(nameOf(key.name), QString::fromUtf8(key.fallback)).toString();
}

QByteArray Preferences::value(const BytesKey& key) const
{
    // Base64, because the INI file must stay readable and diffable for people.
    return QByteArray::fromBase64(m_values.value(nameOf(key.name)).toByteArray());
}

void Preferences::setValue(const FlagKey& key, bool value)
{
    set(key.name, value);
}

void Preferences::setValue(const NumberKey& key, int value)
{
    set(key.name, std::clamp(value, key.least, key.most));
}

void Preferences::setValue(const TextKey& key, const QString& value)
{
    set(key.name, value);
}

void Preferences::setValue(const BytesKey& key, const QByteArray& value)
{
    set(key.name, QString::fromLatin1(value.toBase64()));
}

void Preferences::set(const char* name, const QVariant& value)
{
    if (m_values.value(nameOf(name)) == value)
        return;
    m_values.insert(nameOf(name), value);
    m_changed.insert(nameOf(name), value);
    if (m_soon->thread()->eventDispatcher() != nullptr)
        m_soon->start(0);
}

void Preferences::save()
{
    m_soon->stop();
    if (m_changed.isEmpty())
        return;
    Values all = read();
    for (auto changed = m_changed.constBegin(); changed != m_changed.constEnd(); ++changed)
        all.insert(changed.key(), changed.value());
    const QDateTime before = QFileInfo(m_file).lastModified();
    if (!makeOwnFolder(QFileInfo(m_file).absolutePath()) || !writeWhole(m_file, iniText(all), WrittenFor::Program))
        return;
    m_changed.clear();
    // QSettings reads a file anew only if its time or size differs, and the system's clock of files stands still for
    // milliseconds.
    QFile written(m_file);
    if (before.isValid() && QFileInfo(m_file).lastModified() <= before && written.open(QIODevice::Append))
        written.setFileTime(before.addMSecs(1), QFileDevice::FileModificationTime);
}

} // namespace deskwarden::storage
