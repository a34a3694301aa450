"""A chain of certificates made for a test, and a key of it as PKCS#12."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
END = BEGIN + timedelta(days=730)
PASSPHRASE = b"offnet-sich"


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Ministry of Examples"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _certificate(
    of: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    by: ec.EllipticCurvePrivateKey,
    authority: bool,
) -> x509.Certificate:
    made = (
        x509.CertificateBuilder()
        .subject_name(_name(of))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGIN)
        .not_valid_after(END)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not authority,
                content_commitment=not authority,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=authority,
                crl_sign=authority,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    return made.sign(by, hashes.SHA256())


def chain(name: str = "Б. Ариунаа") -> tuple[bytes, bytes]:
    """The signer's key with its chain as PKCS#12, and the root's certificate as PEM."""
    root, middle, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    top = _certificate("Root of Examples", root, "Root of Examples", root, True)
    between = _certificate("Examples in Office", middle, "Root of Examples", root, True)
    leaf = _certificate(name, own, "Examples in Office", middle, False)
    packed = serialize_key_and_certificates(
        b"signer", own, leaf, [between, top], BestAvailableEncryption(PASSPHRASE)
    )
    return packed, top.public_bytes(Encoding.PEM)
