from models.crypto import signing


def test_a_signature_is_its_devices_and_its_messages():
    seed, other = signing.new_seed(), signing.new_seed()
    signature = signing.sign(seed, b"message")
    assert len(seed) == 32
    assert len(signature) == 64
    assert signing.verify(signing.public_key(seed), b"message", signature)
    assert not signing.verify(signing.public_key(other), b"message", signature)
    assert not signing.verify(signing.public_key(seed), b"messages", signature)


def test_every_changed_bit_of_a_signature_is_noticed():
    seed = signing.new_seed()
    public, signature = signing.public_key(seed), signing.sign(seed, b"message")
    for position in range(len(signature) * 8):
        changed = bytearray(signature)
        changed[position // 8] ^= 1 << position % 8
        assert not signing.verify(public, b"message", bytes(changed))


def test_what_has_not_the_shape_of_a_key_or_signature_is_no_proof():
    seed = signing.new_seed()
    assert not signing.verify(b"short", b"message", signing.sign(seed, b"message"))
    assert not signing.verify(signing.public_key(seed), b"message", b"short")


def test_rfc_8032_first_vector():
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    signature = (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
        "b46bd25bf5f0595bbe24655141438e7a100b"
    )
    assert signing.public_key(seed).hex() == public
    assert signing.sign(seed, b"").hex() == signature
